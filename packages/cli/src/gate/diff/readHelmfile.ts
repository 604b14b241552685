import {
  classifyDigest,
  classifyVersion,
  PinKind,
} from 'backstage-plugin-chart-provenance-common/consumers';
import {
  parseYaml,
  splitDocuments,
  TreeFile,
} from 'backstage-plugin-chart-provenance-backend/git-documents';
import { z } from 'zod';
import { ChartUse } from './ChartUse';
import { questionOf } from './questionOf';
import { Unread } from './Side';

const text = z.union([z.string(), z.number()]).transform(String);
const MAX_RELEASES = 1_000;

const helmfileSchema = z.object({
  repositories: z
    .array(
      z.object({
        name: text,
        url: text.optional(),
        oci: z.boolean().optional(),
      }),
    )
    .max(MAX_RELEASES)
    .nullish(),
  releases: z
    .array(
      z.object({
        name: text.optional(),
        namespace: text.optional(),
        chart: text,
        version: text.nullish(),
      }),
    )
    .max(MAX_RELEASES)
    .nullish(),
});

type Helmfile = z.output<typeof helmfileSchema>;
type Release = NonNullable<Helmfile['releases']>[number];

/** What a helmfile says, and what of it cannot be told. */
export interface HelmfileReading {
  uses: ChartUse[];
  unread: Unread[];
}

/** Is it one of helmfile's own: `helmfile.yaml`, `helmfile.yaml.gotmpl`, or in `helmfile.d`? */
export function isHelmfile(path: string): boolean {
  return /(?:^|\/)(?:helmfile\.ya?ml(?:\.gotmpl)?|helmfile\.d\/[^/]+\.ya?ml(?:\.gotmpl)?)$/.test(
    path,
  );
}

/**
 * The releases of a helmfile. One that is a template as a whole is told as unread: it is YAML only after it was rendered.
 *
 * @see https://helmfile.readthedocs.io/en/stable/#configuration
 */
export function readHelmfile({ path, text: file }: TreeFile): HelmfileReading {
  const parts = splitDocuments(file).map(document => {
    const outcome = parseYaml(document.text);
    const read =
      'value' in outcome
        ? helmfileSchema.safeParse(outcome.value ?? {})
        : undefined;
    return read?.data;
  });
  const known = parts.flatMap(part => part ?? []);
  const repositories = known.flatMap(part => part.repositories ?? []);
  return {
    uses: known
      .flatMap(part => part.releases ?? [])
      .flatMap(release => useOfRelease(path, release, repositories)),
    unread: parts.includes(undefined)
      ? [
          {
            path,
            why: 'It is a helmfile that cannot be read as it stands: it is a template, or no helmfile.',
          },
        ]
      : [],
  };
}

function useOfRelease(
  path: string,
  release: Release,
  repositories: NonNullable<Helmfile['repositories']>,
): ChartUse[] {
  const { chart, namespace } = release;
  if (/^(?:\.{0,2}\/|file:)/.test(chart)) {
    return [];
  }
  const version = release.version ?? null;
  // `oci://…@sha256:…`: the digest wins.
  const [place, digest = null] = chart.split('@');
  const target = targetOf(place, repositories);
  const { pin } =
    digest === null
      ? classifyVersion(version ?? undefined, 'helm')
      : classifyDigest(digest);
  const name = [namespace, release.name].filter(Boolean).join('/');
  const written = [chart, version].filter(Boolean).join(' ');
  return [
    {
      path,
      who: `Release ${name}`.trim(),
      written: written.slice(0, 500),
      key: JSON.stringify([path, 'helmfile', name, chart, target, version]),
      ask: questionOf({
        target,
        wants: { version, digest },
        pin: pinIn(chart, pin),
        form: 'other',
      }),
      marks: [digest, version, chart, release.name].flatMap(mark => mark ?? []),
    },
  ];
}

function pinIn(chart: string, pin: PinKind): PinKind {
  return /\{\{|\$\{/.test(chart) ? 'templated' : pin;
}

/** `oci://host/path/name`, or `name/chart` of one of the repositories. */
function targetOf(
  chart: string,
  repositories: NonNullable<Helmfile['repositories']>,
) {
  if (/\{\{|\$\{/.test(chart)) {
    return { kind: 'templated' as const };
  }
  const slash = chart.indexOf('/');
  const all = repositories.filter(({ name }) => name === chart.slice(0, slash));
  const [named] = all;
  if (all.some(({ url, oci }) => url !== named.url || oci !== named.oci)) {
    return {
      kind: 'unresolved' as const,
      message: 'Its repository is named twice, and the two differ.',
    };
  }
  const base = named?.url?.replace(/^oci:\/\//, '').replace(/\/+$/, '');
  if (named?.oci && base) {
    return ociTarget(`${base}/${chart.slice(slash + 1)}`);
  }
  if (chart.startsWith('oci://')) {
    return ociTarget(chart.slice('oci://'.length));
  }
  return named?.url && !named.oci
    ? {
        kind: 'legacy' as const,
        repositoryUrl: named.url,
        name: chart.slice(slash + 1),
      }
    : {
        kind: 'unresolved' as const,
        message: 'Which repository the chart is in is not said in this file.',
      };
}

function ociTarget(path: string) {
  const slash = path.indexOf('/');
  return {
    kind: 'oci' as const,
    registry: path.slice(0, slash).toLowerCase(),
    repository: path.slice(slash + 1),
  };
}
