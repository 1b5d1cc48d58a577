import {
  ElAlert, ElButton, ElCollapse, ElCollapseItem, ElConfigProvider, ElDatePicker, ElDialog, ElDrawer, ElDropdown,
  ElDropdownItem, ElDropdownMenu, ElEmpty, ElForm, ElFormItem, ElIcon, ElInput, ElOption, ElRadioButton,
  ElRadioGroup, ElSelect, ElTable, ElTableColumn, ElTag, ElTooltip,
} from 'element-plus'
import type { App } from 'vue'
import 'element-plus/dist/index.css'

/** The parts of the component library that the pages use; what is not named here is not shipped. */
const USED = [
  ElAlert, ElButton, ElCollapse, ElCollapseItem, ElConfigProvider, ElDatePicker, ElDialog, ElDrawer, ElDropdown,
  ElDropdownItem, ElDropdownMenu, ElEmpty, ElForm, ElFormItem, ElIcon, ElInput, ElOption, ElRadioButton,
  ElRadioGroup, ElSelect, ElTable, ElTableColumn, ElTag, ElTooltip,
]

export function installElements(app: App): void {
  USED.forEach((part) => app.component(part.name!, part))
}
