import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import {
  PickerField,
  PICKER_NAME,
  pickerSchema,
  validatePicker,
} from './pickerField';

/** The field for the new frontend system. */
export const pickerFormField = createFormField({
  name: PICKER_NAME,
  component: PickerField,
  validation: validatePicker,
  schema: pickerSchema,
});
