import {
  Bell,
  CircleCheck,
  CircleClose,
  Connection,
  CopyDocument,
  DataAnalysis,
  DataLine,
  EditPen,
  Files,
  Finished,
  Histogram,
  Message,
  Notebook,
  Odometer,
  OfficeBuilding,
  Promotion,
  QuestionFilled,
  RefreshRight,
  SetUp,
  Share,
  Sunny,
  Switch,
  Upload,
  User,
  Van,
  WarningFilled,
} from '@element-plus/icons-vue'
import type { Component } from 'vue'
import { can } from '@/api/permissions'
import { session } from '@/api/session'
import AlarmBadge from '@/components/frame/AlarmBadge.vue'
import { isEnterprise } from '@/domain/roles'

/** Groups of the main menu, in its order; their names are in the message file `app`. */
export const GROUPS = ['today', 'supervision', 'records', 'system'] as const

/** A page: everything the router and the menu need to know of it. */
export interface Page {
  /** Name of the route; its title is `app.page.<name>`. */
  name: string
  /** Path below `/console/`. */
  path: string
  /** Operation that somebody must be allowed to call (GET) to see it. */
  needs: string
  load: () => Promise<unknown>
  /** Menu group and icon; a page without is reached from others. */
  group?: (typeof GROUPS)[number]
  icon?: Component
  /** Shown behind the name in the menu. */
  badge?: Component
  /** In the menu of accounts that belong to one enterprise only. */
  enterpriseOnly?: boolean
  /** Page of the menu that it belongs to. */
  under?: string
}

/** All pages, in the order of the menu. */
export const PAGES: Page[] = [
  {
    name: 'portal', path: 'portal/:enterprise?', needs: '/portal/today', enterpriseOnly: true,
    load: () => import('./portal/PortalPage.vue'), group: 'today', icon: Sunny,
  },
  {
    name: 'overview', path: 'overview', needs: '/statistics',
    load: () => import('./overview/OverviewPage.vue'), group: 'today', icon: DataAnalysis,
  },
  {
    name: 'episodes', path: 'episodes', needs: '/episodes',
    load: () => import('./episodes/EpisodesPage.vue'), group: 'supervision', icon: WarningFilled,
  },
  {
    name: 'policies', path: 'policies', needs: '/policies',
    load: () => import('./policies/PoliciesPage.vue'), group: 'supervision', icon: SetUp,
  },
  {
    name: 'violators', path: 'violators', needs: '/violators',
    load: () => import('./violators/ViolatorsPage.vue'), group: 'supervision', icon: CircleClose,
  },
  {
    name: 'deliveries', path: 'deliveries', needs: '/violators/deliveries',
    load: () => import('./deliveries/DeliveriesPage.vue'), group: 'supervision', icon: Share,
  },
  {
    name: 'alarms', path: 'alarms/:id?', needs: '/alarms',
    load: () => import('./alarms/AlarmsPage.vue'), group: 'today', icon: Bell, badge: AlarmBadge,
  },
  {
    name: 'gates', path: 'gates', needs: '/gates',
    load: () => import('./gates/GatesPage.vue'), group: 'today', icon: Switch,
  },
  {
    name: 'suspicions', path: 'suspicions/:id?', needs: '/suspicions',
    load: () => import('./suspicions/SuspicionsPage.vue'), group: 'supervision', icon: QuestionFilled,
  },
  {
    name: 'verificationRuns', path: 'verification-runs', needs: '/verification-runs',
    load: () => import('./verification-runs/VerificationRunsPage.vue'), group: 'supervision', icon: RefreshRight,
  },
  {
    name: 'statistics', path: 'statistics', needs: '/statistics',
    load: () => import('./statistics/StatisticsPage.vue'), group: 'today', icon: Histogram,
  },
  {
    name: 'passages', path: 'passages/:receipt?', needs: '/passages',
    load: () => import('./passages/PassagesPage.vue'), group: 'records', icon: Van,
  },
  {
    name: 'enterprises', path: 'enterprises', needs: '/enterprises',
    load: () => import('./enterprises/EnterprisesPage.vue'), group: 'records', icon: OfficeBuilding,
  },
  {
    name: 'enterprise', path: 'enterprises/:id', needs: '/enterprises/{id}',
    load: () => import('./enterprise/EnterprisePage.vue'), under: 'enterprises',
  },
  {
    name: 'grade', path: 'enterprises/:id/grade', needs: '/enterprises/{id}/grade',
    load: () => import('./grade/GradePage.vue'), under: 'enterprises',
  },
  {
    name: 'stages', path: 'emission-stages', needs: '/vehicles/stage',
    load: () => import('./stages/StagesPage.vue'), group: 'records', icon: Odometer,
  },
  {
    name: 'ledgers', path: 'ledgers', needs: '/ledger/balance',
    load: () => import('./ledgers/LedgersPage.vue'), group: 'records', icon: Notebook,
  },
  {
    name: 'response', path: 'response', needs: '/response-evaluations',
    load: () => import('./response/ResponsePage.vue'), group: 'supervision', icon: DataLine,
  },
  {
    name: 'evaluation', path: 'response/:id', needs: '/response-evaluations/{id}',
    load: () => import('./response/EvaluationPage.vue'), under: 'response',
  },
  {
    name: 'imports', path: 'imports', needs: '/imports/kinds',
    load: () => import('./imports/ImportPage.vue'), group: 'records', icon: Upload,
  },
  {
    name: 'duplicates', path: 'duplicates', needs: '/duplicates',
    load: () => import('./duplicates/DuplicatesPage.vue'), group: 'records', icon: CopyDocument,
  },
  {
    name: 'inspections', path: 'inspections', needs: '/verifications',
    load: () => import('./inspections/InspectionsPage.vue'), group: 'supervision', icon: Finished,
  },
  {
    name: 'inspection', path: 'inspections/:id', needs: '/verifications/{id}',
    load: () => import('./inspections/InspectionPage.vue'), under: 'inspections',
  },
  {
    name: 'acceptances', path: 'acceptances', needs: '/acceptances',
    load: () => import('./acceptances/AcceptancesPage.vue'), group: 'supervision', icon: CircleCheck,
  },
  {
    name: 'packs', path: 'rule-packs', needs: '/rule-packs',
    load: () => import('./rule-packs/RulePacksPage.vue'), group: 'system', icon: Files,
  },
  {
    name: 'pack', path: 'rule-packs/:id/:version', needs: '/rule-packs/{id}/{version}',
    load: () => import('./rule-packs/PackPage.vue'), under: 'packs',
  },
  {
    name: 'playground', path: 'playground/:id?/:version?', needs: '/playground/facts',
    load: () => import('./playground/PlaygroundPage.vue'), group: 'system', icon: EditPen,
  },
  {
    name: 'connectors', path: 'connectors', needs: '/connectors',
    load: () => import('./connectors/ConnectorsPage.vue'), group: 'system', icon: Connection,
  },
  {
    name: 'notifications', path: 'notifications', needs: '/notification-rules',
    load: () => import('./notifications/NotificationsPage.vue'), group: 'system', icon: Message,
  },
  {
    name: 'upward', path: 'upward', needs: '/reports/upward',
    load: () => import('./upward/UpwardPage.vue'), group: 'system', icon: Promotion,
  },
  {
    name: 'users', path: 'users', needs: '/users',
    load: () => import('./users/UsersPage.vue'), group: 'system', icon: User,
  },
]

/** What the account may see of the menu, in its order. */
export function permittedPages(): Page[] {
  const ofEnterprise = isEnterprise(session.current?.scope)
  return PAGES.filter((page) => page.group && (!page.enterpriseOnly || ofEnterprise) && can('get', page.needs))
}
