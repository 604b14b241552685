import type { SnippetFile } from '../../../api/snippetTypes';
import type {
  GeneratedText,
  SnippetGenerator,
  SnippetInput,
} from '../../types';
import { SnippetError } from '../../SnippetError';
import { FORMAT_OPTION, modeOption, SCOPE_OPTION } from '../enforceOptions';
import { ADMISSION_CANNOT, gapsOf } from '../facts';
import { nobodyToAsk, ruleFacts } from '../ruleFacts';
import {
  argoRules,
  CelRules,
  fluxRules,
  RuleFacts,
  unknownRules,
} from '../rules';
import {
  argoSamples,
  fluxSamples,
  sampleFiles,
  unknownSamples,
} from '../samples';
import { toYaml } from '../yaml';
import { signaturePolicy } from './signaturePolicy';
import { Mode, validatingPolicy } from './validatingPolicy';
import { kyvernoCannot, kyvernoNotes } from './words';

const FOLDER = 'policies/chart-provenance';
const ABILITIES = { otherRoots: true };

/** Kyverno's CEL policies: for Flux, for Argo CD, and one that has Kyverno verify the chart itself. */
export const kyverno: SnippetGenerator = {
  id: 'kyverno',
  group: 'enforce',
  title: 'Kyverno policies',
  options: () => [
    modeOption(
      'Audit: report it, let it pass (first)',
      'Deny: refuse it (once the reports are clean)',
    ),
    SCOPE_OPTION,
    FORMAT_OPTION,
  ],
  unavailable: input => nobodyToAsk(input, ABILITIES),
  generate(input, { mode, scope, format }) {
    return generate(input, {
      mode: mode === 'deny' ? 'deny' : 'audit',
      folder: scope === 'folder',
      format: format === 'legacy' ? 'legacy' : 'bundle',
    });
  },
};

interface Choice {
  mode: Mode;
  folder: boolean;
  format: 'bundle' | 'legacy';
}

function generate(input: SnippetInput, choice: Choice): GeneratedText {
  const facts = ruleFacts(input, ABILITIES);
  needSigners(facts);
  const { place } = facts;
  const folder = `${FOLDER}/${place.slug}`;
  const all = allRules(facts, choice.folder);
  return {
    files: [
      ...all.map(rules => policyFile(folder, rules, facts, choice.mode)),
      signatureFile(folder, facts, choice),
      ...sampleFiles(
        folder,
        allSamples(facts, choice.folder),
        all.map(({ part }) => ({
          part,
          policy: `${place.slug}-${part}`,
          file: `../${part}.yaml`,
        })),
      ),
    ],
    guarantees:
      choice.mode === 'deny'
        ? `Nothing that Flux or Argo CD would deploy ${place.name} from is accepted unless it names a digest that is signed by whom the chart's policies name.`
        : `Everything that Flux or Argo CD would deploy ${place.name} from without a signed digest is reported; nothing is stopped.`,
    cannot: [
      ...gapsOf(facts.asked, input, {
        tool: 'Kyverno',
        everyPolicy: true,
        attestations: true,
      }),
      ...kyvernoCannot(facts, choice.format),
      ...ADMISSION_CANNOT,
    ],
    notes: kyvernoNotes(facts, folder),
    links: [
      {
        title: 'Kyverno: ImageValidatingPolicy',
        href: 'https://kyverno.io/docs/policy-types/image-validating-policy/',
      },
      {
        title: 'Kyverno: ValidatingPolicy',
        href: 'https://kyverno.io/docs/policy-types/validating-policy/',
      },
    ],
  };
}

/** A policy nobody can be asked for would let everything pass that it was meant to judge. */
export function needSigners({ asked }: RuleFacts): void {
  const none = asked.find(({ signers }) => signers.length === 0);
  if (none) {
    throw new SnippetError(
      'not-available',
      `No text is made: the policy ${none.name} names no signer that this tool can ask for, and leaving it out would be weaker.`,
    );
  }
}

export function allRules(facts: RuleFacts, folder: boolean): CelRules[] {
  return [
    fluxRules(facts),
    argoRules(facts),
    ...(folder ? unknownRules(facts) : []),
  ];
}

export function allSamples(facts: RuleFacts, folder: boolean) {
  return [
    ...fluxSamples(facts),
    ...argoSamples(facts),
    ...(folder ? unknownSamples(facts) : []),
  ];
}

function policyFile(
  folder: string,
  rules: CelRules,
  { place }: RuleFacts,
  mode: Mode,
): SnippetFile {
  return {
    path: `${folder}/${rules.part}.yaml`,
    language: 'yaml',
    text: toYaml(
      [
        `${rules.title}.`,
        'Everything else passes: what this policy is about is decided by the place, however it is written.',
        mode === 'audit'
          ? 'Audit: it reports and stops nothing. Set Deny and Fail once the reports are clean.'
          : 'Deny: to go back, set Audit and Ignore.',
      ].join('\n'),
      validatingPolicy(place.slug, rules, mode),
    ),
  };
}

function signatureFile(
  folder: string,
  { place, asked, input }: RuleFacts,
  { mode, format }: Choice,
): SnippetFile {
  return {
    path: `${folder}/signature.yaml`,
    language: 'yaml',
    text: toYaml(
      [
        `Kyverno fetches ${place.name} by its digest and verifies it itself: Argo CD verifies no signatures, and Flux only when it fetches.`,
        'It needs to reach the registry, and the Sigstore repository for identities.',
      ].join('\n'),
      signaturePolicy(place, asked, {
        ...{ mode, format },
        plainHttp: input.chart.plainHttp,
      }),
    ),
  };
}
