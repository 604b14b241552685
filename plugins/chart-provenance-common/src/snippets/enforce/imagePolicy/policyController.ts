import type {
  GeneratedText,
  SnippetGenerator,
  SnippetInput,
} from '../../types';
import { SnippetError } from '../../SnippetError';
import { FORMAT_OPTION, modeOption } from '../enforceOptions';
import { AskedPolicy, askedPolicies, chartPlace, gapsOf } from '../facts';
import { toYaml } from '../yaml';
import { clusterImagePolicy } from './clusterImagePolicy';
import { ImagesOfPolicy, imagesByPolicy } from './imagesByPolicy';
import { podFiles } from './podFiles';

const FOLDER = 'policies/chart-provenance-images';
/** Other roots take a TrustRoot of their own. */
const ABILITIES = { otherRoots: false };

/** policy-controller's policies for the images that the chart deploys. */
export const policyController: SnippetGenerator = {
  id: 'policy-controller',
  group: 'enforce',
  title: 'Sigstore policy-controller, for the images of the chart',
  options: () => [
    modeOption(
      'Warn: say so, let it pass (first)',
      'Enforce: refuse it (once there are no more warnings)',
    ),
    FORMAT_OPTION,
  ],
  unavailable(input) {
    if (input.images.length === 0) {
      return 'It is not known which images the chart deploys, and policy-controller judges nothing but images.';
    }
    return imagesByPolicy(input).covered.length === 0
      ? 'Nobody has said who may sign the images of this chart: name a policy for them in images.repositories.'
      : null;
  },
  generate: (input, { mode, format }) =>
    generate(
      input,
      mode === 'deny' ? 'enforce' : 'warn',
      format === 'legacy' ? 'legacy' : 'bundle',
    ),
};

interface Part {
  asked: AskedPolicy;
  names: string[];
}

function generate(
  input: SnippetInput,
  mode: 'warn' | 'enforce',
  format: 'bundle' | 'legacy',
): GeneratedText {
  const { slug, name } = chartPlace(input);
  const { covered, uncovered } = imagesByPolicy(input);
  const parts = covered.map(one => partOf(one, input, format));
  const folder = `${FOLDER}/${slug}`;
  return {
    files: [
      {
        path: `${folder}/images.yaml`,
        language: 'yaml',
        text: toYaml(
          [
            `Images that ${name} deploys, and who may have signed them.`,
            'policy-controller judges pods and what makes pods; it sees no chart.',
          ].join('\n'),
          ...parts.map(({ asked, names }, at) =>
            clusterImagePolicy({
              name: `${slug}-images-${at + 1}`,
              ...{ images: names, signers: asked.signers, mode, format },
            }),
          ),
        ),
      },
      ...podFiles(
        folder,
        covered.flatMap(one => one.images),
      ),
    ],
    guarantees:
      mode === 'enforce'
        ? `Where policy-controller is switched on for a namespace, no pod starts with one of these images of ${name} unless its signer may sign it.`
        : `Where policy-controller is switched on for a namespace, it warns of these images of ${name} when nobody who may has signed them; nothing is stopped.`,
    cannot: [
      'It cannot judge a HelmRelease, an OCIRepository or an Application: the chart itself is judged by Kyverno, by Flux, or by the gate.',
      'Namespaces count only where somebody put the label policy.sigstore.dev/include: "true".',
      ...uncovered.map(
        image =>
          `Not covered: ${image.name}${
            image.policy === null
              ? ', of which nobody has said who may sign it.'
              : `, whose policy ${image.policy} is not at hand.`
          }`,
      ),
      ...parts.flatMap(({ asked }) =>
        gapsOf(
          [asked],
          { ...input, chart: { ...input.chart, expectedSource: null } },
          {
            tool: 'policy-controller',
            everyPolicy: true,
            attestations: false,
          },
        ),
      ),
      'It does not know the distrust list, and pods that run are not stopped.',
    ],
    notes: notes(folder),
    links: [
      {
        title: 'policy-controller',
        href: 'https://docs.sigstore.dev/policy-controller/overview/',
      },
    ],
  };
}

function partOf(
  { policy, images }: ImagesOfPolicy,
  input: SnippetInput,
  format: 'bundle' | 'legacy',
): Part {
  const [asked] = askedPolicies({ ...input, policies: [policy] }, ABILITIES);
  // With a key it takes no bundles: asking for both would be met by nobody.
  const signers = asked.signers.filter(
    ({ kind }) => kind === 'keyless' || format === 'legacy',
  );
  if (signers.length === 0) {
    throw new SnippetError(
      'not-available',
      `No text is made: the policy ${
        policy.name
      } names no signer that policy-controller can ask for${
        format === 'bundle'
          ? ' in a bundle (keys are for the other format)'
          : ''
      }.`,
    );
  }
  return {
    asked: { ...asked, signers },
    names: [...new Set(images.map(one => one.name))],
  };
}

function notes(folder: string): string[] {
  return [
    'policy-controller 0.15 or newer. Begin with warn, in one namespace: `kubectl label namespace <name> policy.sigstore.dev/include=true`.',
    'What no policy matches passes unless `no-match-policy: deny` stands in the ConfigMap config-policy-controller.',
    `Try it before: \`policy-tester --policy ${folder}/images.yaml --image <image>@<digest>\`.`,
    'The list is of one version and of the values it was rendered with: make it anew when images change.',
    'Nothing here asks this plugin: admission goes on when Backstage is down.',
  ];
}
