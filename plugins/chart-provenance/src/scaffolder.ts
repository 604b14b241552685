/**
 * The field `ChartVersionPicker` for templates of the scaffolder. Apart from the plugin itself, so that apps without a scaffolder load nothing of it.
 *
 * @packageDocumentation
 */
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { chartProvenancePlugin } from './plugin';
import {
  PickerField,
  PICKER_NAME,
  pickerSchema,
  validatePicker,
} from './scaffolder/pickerField';

export type {
  ChartVersionPickerOptions,
  ChosenChart,
} from './scaffolder/ChartVersionPicker';

/**
 * For the legacy frontend system, inside of `<ScaffolderFieldExtensions>`.
 *
 * @public
 */
export const ChartVersionPickerFieldExtension = chartProvenancePlugin.provide(
  createScaffolderFieldExtension({
    name: PICKER_NAME,
    component: PickerField,
    validation: validatePicker,
    schema: pickerSchema.schema,
  }),
);

/**
 * For the new frontend system, among the `features` of `createApp`.
 *
 * @public
 */
export default createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    FormFieldBlueprint.make({
      name: 'chart-version-picker',
      params: {
        field: async () =>
          (await import('./scaffolder/createPickerFormField')).pickerFormField,
      },
    }),
  ],
});
