import {
  FieldExtensionComponentProps,
  makeFieldSchema,
} from '@backstage/plugin-scaffolder-react';
import {
  ChartVersionPicker,
  ChartVersionPickerOptions,
  ChosenChart,
} from './ChartVersionPicker';

type Props = FieldExtensionComponentProps<
  ChosenChart,
  ChartVersionPickerOptions
>;

/** What the field is called in templates: `ui:field: ChartVersionPicker`. */
export const PICKER_NAME = 'ChartVersionPicker';

/** What the field gives and takes, for the scaffolder's own pages about fields. */
export const pickerSchema = makeFieldSchema({
  output: z =>
    z.object({
      entityRef: z.string(),
      chart: z.string(),
      version: z.string().optional(),
      digest: z.string().optional(),
    }),
  uiOptions: z =>
    z.object({
      entityField: z.string().optional(),
      chartOnly: z.boolean().optional(),
      allowUnverified: z.boolean().optional(),
    }),
});

/** The field, as the scaffolder's form renders it. */
export const PickerField = ({
  formData,
  formContext,
  onChange,
  required,
  uiSchema,
}: Props) => {
  const options = uiSchema['ui:options'] ?? {};
  const entity: unknown =
    formContext?.formData?.[options.entityField ?? 'component'];
  return (
    <ChartVersionPicker
      entityRef={typeof entity === 'string' ? entity : ''}
      value={formData}
      required={required}
      options={options}
      onChange={onChange}
    />
  );
};

/** A chart without a version is no answer where a version is asked for. */
export function validatePicker(
  value: ChosenChart | undefined,
  validation: { addError: (message: string) => void },
  { uiSchema }: { uiSchema?: Partial<Props['uiSchema']> },
): void {
  const { chartOnly = false } = uiSchema?.['ui:options'] ?? {};
  if (value && !chartOnly && !value.digest) {
    validation.addError('Choose a version');
  }
}
