import type { SnippetOption } from '../../api/snippetTypes';
import { registryQuirks } from '../../quirks/registryQuirks';
import { chartPlace } from '../ci/plan';
import { SnippetError } from '../SnippetError';
import type { GeneratedText, SnippetGenerator, SnippetInput } from '../types';
import { SETTINGS_OF_KINDS } from './settingsOfKinds';
import { RegistrySetting, SettingForm } from './types';

const TITLES: Record<SettingForm, string> = {
  commands: 'commands',
  terraform: 'Terraform',
};

/**
 * Texts that set one thing in the registry of a chart.
 *
 * @internal
 */
export function settingGenerator(
  what: 'immutability' | 'retention',
  title: string,
): SnippetGenerator {
  return {
    id: `registry-${what}`,
    group: 'registry',
    title,
    options: input => formOptions(settingOf(what, input)),
    unavailable: input => {
      const setting = settingOf(what, input);
      return typeof setting === 'string' ? setting : null;
    },
    generate: (input, options) => textOf(what, input, options),
  };
}

function settingOf(
  what: 'immutability' | 'retention',
  input: SnippetInput,
): RegistrySetting | string {
  const settings = SETTINGS_OF_KINDS[input.chart.registryKind];
  try {
    chartPlace(input);
  } catch (error) {
    if (error instanceof SnippetError) {
      return error.message;
    }
    throw error;
  }
  return settings.refuses?.(input) ?? settings[what];
}

function formOptions(setting: RegistrySetting | string): SnippetOption[] {
  const forms =
    typeof setting === 'string'
      ? []
      : (['commands', 'terraform'] as const).filter(
          form => setting.forms[form] !== undefined,
        );
  return forms.length === 0
    ? []
    : [
        {
          name: 'form',
          title: 'Written as',
          values: forms.map(value => ({ value, title: TITLES[value] })),
          value: forms[0],
        },
      ];
}

function textOf(
  what: 'immutability' | 'retention',
  input: SnippetInput,
  { form }: Readonly<Record<string, string>>,
): GeneratedText {
  const setting = settingOf(what, input);
  if (typeof setting === 'string') {
    throw new SnippetError('not-available', setting);
  }
  const terraform = form === 'terraform';
  const lines =
    setting.forms[terraform ? 'terraform' : 'commands']?.(chartPlace(input)) ??
    [];
  const { guarantees, cannot, notes } = setting;
  return {
    files: [
      {
        path: terraform ? `registry-${what}.tf` : `registry-${what}.sh`,
        language: terraform ? 'hcl' : 'shell',
        text: `${[
          ...(terraform ? [] : ['#!/bin/sh', 'set -eu', '']),
          ...lines,
        ].join('\n')}\n`,
      },
    ],
    ...{ guarantees, cannot },
    notes: [
      ...notes,
      `It is for ${registryQuirks(input.chart.registryKind).product}.`,
    ],
  };
}
