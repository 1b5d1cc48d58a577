import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { loadPermissions } from './api/permissions'
import { session } from './api/session'
import { PAGES, permittedPages } from './pages'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's name in the message file `app`. */
    title: string
    /** Shown without being signed in. */
    open?: boolean
    /** Page of the menu that is marked while this one is shown. */
    under?: string
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
  ...PAGES.map(
    (page) =>
      ({
        path: `/console/${page.path}`,
        name: page.name,
        component: page.load,
        meta: { title: page.under ?? page.name, under: page.under ?? page.name },
      }) as RouteRecordRaw,
  ),
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
  return to.name === 'home' ? { name: permittedPages()[0]?.name ?? 'overview' } : true
})
