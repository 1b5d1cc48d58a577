import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { loadPermissions } from './api/permissions'
import { session } from './api/session'
import { permittedPages } from './pages'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's name in the message file `app`. */
    title: string
    /** Shown without being signed in. */
    open?: boolean
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/console' },
  { path: '/console', name: 'home', component: () => import('./pages/NotFoundPage.vue'), meta: { title: 'overview' } },
  {
    path: '/console/sign-in',
    name: 'signIn',
    component: () => import('./pages/sign-in/SignInPage.vue'),
    meta: { title: 'signIn', open: true },
  },
  {
    path: '/console/overview',
    name: 'overview',
    component: () => import('./pages/overview/OverviewPage.vue'),
    meta: { title: 'overview' },
  },
  {
    path: '/console/passages/:receipt?',
    name: 'passages',
    component: () => import('./pages/passages/PassagesPage.vue'),
    meta: { title: 'passages' },
  },
  {
    path: '/console/enterprises',
    name: 'enterprises',
    component: () => import('./pages/enterprises/EnterprisesPage.vue'),
    meta: { title: 'enterprises' },
  },
  {
    path: '/console/enterprises/:id/grade',
    name: 'grade',
    component: () => import('./pages/grade/GradePage.vue'),
    meta: { title: 'grade' },
  },
  {
    path: '/console/rule-packs',
    name: 'packs',
    component: () => import('./pages/rule-packs/RulePacksPage.vue'),
    meta: { title: 'packs' },
  },
  {
    path: '/console/connectors',
    name: 'connectors',
    component: () => import('./pages/connectors/ConnectorsPage.vue'),
    meta: { title: 'connectors' },
  },
  {
    path: '/console/users',
    name: 'users',
    component: () => import('./pages/users/UsersPage.vue'),
    meta: { title: 'users' },
  },
  {
    path: '/:rest(.*)*',
    component: () => import('./pages/NotFoundPage.vue'),
    meta: { title: 'overview', open: true },
  },
]

export const router = createRouter({ history: createWebHistory(), routes })

router.beforeEach(async (to) => {
  if (to.meta.open) return true
  if (!session.current) return { name: 'signIn', query: to.name === 'home' ? {} : { to: to.fullPath } }
  await loadPermissions()
  return to.name === 'home' ? { name: permittedPages()[0] ?? 'overview' } : true
})
