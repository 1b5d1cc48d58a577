import { createApp } from 'vue'
import App from './App.vue'
import { installElements } from './elements'
import { currentLocale, i18n, useLocale } from './i18n'
import { router } from './router'
import './styles/base.css'
import './styles/elements.css'

const app = createApp(App)
useLocale(currentLocale())
installElements(app)
app.use(i18n).use(router).mount('#app')
