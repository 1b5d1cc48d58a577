import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { compressed } from './tools/compressed.mjs'

const server = process.env.QINGMEN_URL ?? 'http://localhost:8181'

export default defineConfig({
  plugins: [vue(), compressed()],
  define: {
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
    __INTLIFY_DROP_MESSAGE_COMPILER__: 'false',
  },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: process.env.CONSOLE_OUT ?? '../../../target/classes/console',
    emptyOutDir: true,
    // What is bundled comes with its licences, as they ask.
    license: { fileName: 'licences.md' },
    // The chart library is one large file on purpose: it is loaded with the overview only.
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': server, '/openapi.json': server } },
})
