import {
  ElAlert, ElButton, ElCheckbox, ElCollapse, ElCollapseItem, ElConfigProvider, ElDatePicker, ElDialog, ElDrawer, ElDropdown,
  ElDropdownItem, ElDropdownMenu, ElEmpty, ElForm, ElFormItem, ElIcon, ElInput, ElInputNumber, ElOption, ElProgress,
  ElRadio, ElRadioButton, ElRadioGroup, ElSelect, ElStep, ElSteps, ElTable, ElTableColumn, ElTabPane, ElTabs, ElTag, ElTooltip,
} from 'element-plus'
import type { App } from 'vue'
import 'element-plus/dist/index.css'

/** The parts of the component library that the pages use; what is not named here is not shipped. */
const USED = [
  ElAlert, ElButton, ElCheckbox, ElCollapse, ElCollapseItem, ElConfigProvider, ElDatePicker, ElDialog, ElDrawer, ElDropdown,
  ElDropdownItem, ElDropdownMenu, ElEmpty, ElForm, ElFormItem, ElIcon, ElInput, ElInputNumber, ElOption, ElProgress,
  ElRadio, ElRadioButton, ElRadioGroup, ElSelect, ElStep, ElSteps, ElTable, ElTableColumn, ElTabPane, ElTabs, ElTag, ElTooltip,
]

export function installElements(app: App): void {
  USED.forEach((part) => app.component(part.name!, part))
}
