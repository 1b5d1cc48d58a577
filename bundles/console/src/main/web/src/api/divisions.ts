import { shallowRef } from 'vue'
import { request } from './http'

interface Division {
  code: string
  name: string
  verified: boolean
}

const names = shallowRef<Map<string, Division>>(new Map())
let asked: Promise<void> | null = null

/** Loads the names of all divisions once; without them the codes are shown. */
export function loadDivisions(): Promise<void> {
  asked ??= request<{ items: Division[] }>('/divisions', { query: { deep: 'true' } })
    .then(({ items }) => {
      names.value = new Map(items.map((item) => [item.code, item]))
    })
    .catch(() => {
      asked = null
    })
  return asked
}

/** `唐山市 路北区` for `130203`; the code itself while its name is not known. */
export function divisionName(code: string | null | undefined): string {
  if (!code) return '–'
  const city = names.value.get(`${code.slice(0, 4)}00`)
  const here = names.value.get(code)
  if (!here) return city ? `${city.name} ${code}` : code
  return city && city.code !== code && city.name !== '市辖区' ? `${city.name} ${here.name}` : here.name
}
