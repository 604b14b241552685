import type { SnippetGenerator, SnippetInput } from '../../types';
import { modeOption, SCOPE_OPTION } from '../enforceOptions';
import { ADMISSION_CANNOT, gapsOf } from '../facts';
import { allRules, allSamples, needSigners } from '../kyverno/kyverno';
import { Mode } from '../kyverno/validatingPolicy';
import { kyvernoCannot } from '../kyverno/words';
import { nobodyToAsk, ruleFacts } from '../ruleFacts';
import type { CelRules } from '../rules';
import { sampleFiles } from '../samples';
import { toYaml, YamlValue } from '../yaml';

const FOLDER = 'policies/chart-provenance-clusterpolicy';
/** It verifies nothing itself, so a root matters to Flux alone. */
const ABILITIES = { otherRoots: true };

/** The same rules for versions of Kyverno before the CEL types. */
export const kyvernoClusterPolicy: SnippetGenerator = {
  id: 'kyverno-clusterpolicy',
  group: 'enforce',
  title: 'Kyverno policies for versions before 1.18 (ClusterPolicy)',
  options: () => [
    modeOption(
      'Audit: report it, let it pass (first)',
      'Enforce: refuse it (once the reports are clean)',
    ),
    SCOPE_OPTION,
  ],
  unavailable: input => nobodyToAsk(input, ABILITIES),
  generate(input, { mode, scope }) {
    return generate(
      input,
      mode === 'deny' ? 'deny' : 'audit',
      scope === 'folder',
    );
  },
};

function generate(input: SnippetInput, mode: Mode, wholeFolder: boolean) {
  const facts = ruleFacts(input, ABILITIES);
  needSigners(facts);
  const { place, asked } = facts;
  const folder = `${FOLDER}/${place.slug}`;
  const all = allRules(facts, wholeFolder);
  return {
    files: [
      ...all.map(rules => ({
        path: `${folder}/${rules.part}.yaml`,
        language: 'yaml' as const,
        text: toYaml(
          [
            `${rules.title}.`,
            'ClusterPolicy is deprecated since Kyverno 1.18 and about to go: from then on take the policies in CEL.',
          ].join('\n'),
          clusterPolicy(place.slug, rules, mode),
        ),
      })),
      ...sampleFiles(
        folder,
        allSamples(facts, wholeFolder),
        all.map(({ part }) => ({
          part,
          policy: `${place.slug}-${part}`,
          rules: [part],
          file: `../${part}.yaml`,
        })),
      ),
    ],
    guarantees:
      mode === 'deny'
        ? `Flux and Argo CD are told to take ${place.name} by digest, and Flux to verify it; anything else is refused.`
        : `Where Flux or Argo CD are told to take ${place.name} without a digest, or unverified, it is reported; nothing is stopped.`,
    cannot: [
      'ClusterPolicy is deprecated and about to be removed: it is for versions of Kyverno before 1.18 alone.',
      `Kyverno itself verifies nothing here: a ClusterPolicy cannot join the url and the digest of a source. With Argo CD, which verifies no signatures, ${place.name} is pinned and not verified.`,
      ...gapsOf(asked, input, {
        tool: 'Flux',
        everyPolicy: false,
        attestations: false,
      }),
      ...kyvernoCannot(facts, 'bundle').filter(
        words => !words.includes('The policy on the signature'),
      ),
      ...(asked.some(({ signers }) => signers.some(one => one.kind === 'key'))
        ? [
            'Flux verifies by the Secret that is named: whoever may write it decides which key counts.',
          ]
        : []),
      ...ADMISSION_CANNOT,
    ],
    notes: [
      'Kyverno 1.13 or newer. Apply with audit, read the reports, mend what they name, then set Enforce.',
      `Try it before: \`kyverno test ${folder}\` needs no cluster.`,
      'Nothing here asks this plugin: admission goes on when Backstage is down.',
    ],
  };
}

function clusterPolicy(slug: string, rules: CelRules, mode: Mode): YamlValue {
  const { part, title, kinds, variables, validations } = rules;
  return {
    apiVersion: 'kyverno.io/v1',
    kind: 'ClusterPolicy',
    metadata: {
      name: `${slug}-${part}`,
      annotations: { 'policies.kyverno.io/title': title },
    },
    spec: {
      background: true,
      // Stops nothing where it only reports, also when the policy itself fails.
      webhookConfiguration: {
        failurePolicy: mode === 'deny' ? 'Fail' : 'Ignore',
      },
      rules: [
        {
          name: part,
          match: {
            any: [
              {
                resources: {
                  kinds: kinds.flatMap(({ group, resources }) =>
                    Object.values(resources).map(kind => `${group}/*/${kind}`),
                  ),
                  operations: ['CREATE', 'UPDATE'],
                },
              },
            ],
          },
          validate: {
            failureAction: mode === 'deny' ? 'Enforce' : 'Audit',
            cel: {
              variables: variables.map(({ name, expression }) => ({
                name,
                expression,
              })),
              expressions: validations.map(({ message, expression }) => ({
                message,
                expression,
              })),
            },
          },
        },
      ],
    },
  };
}
