import { chartTargetOf } from '../../consumers/target/chartTargetOf';
import { splitReference, textOf } from '../read/reference';
import { YamlPlace } from '../read/yaml';
import { ToolName } from '../rules/prints';
import { checkReference } from '../rules/referenceRules';
import { Report } from '../rules/Report';
import { checkHelmVersion, isExactVersion } from '../rules/versionRules';
import { Piece } from '../text';

/** A location, and the name that a tool adds to it. */
export interface LocatedChart {
  location: Piece;
  name?: Piece;
  version?: YamlPlace;
}

/** Who puts them together. */
export interface LocationPlace {
  tool: ToolName | null;
  /** A slash at the end is taken. */
  slashAtEnd?: boolean;
  /** What is loose here is worth a word. */
  pinned?: boolean;
}

/** What is wrong with a location in a registry, to which the name of the chart is added. */
export function lintLocation(
  { location, name, version }: LocatedChart,
  report: Report,
  { tool, slashAtEnd, pinned = false }: LocationPlace,
): void {
  const parts = splitReference(location);
  const { tag, digest } = parts;
  const extra = tag ?? digest;
  if (extra) {
    report.part(
      'reference-in-url',
      location,
      [extra[0] - 1, location.text.length],
      { tool: null },
    );
  }
  const [, end] = parts.path;
  checkReference(location.slice(0, end), report, {
    tool,
    slashAtEnd,
    ...(name ? { adds: name.text } : {}),
  });
  if (name && !extra) {
    checkRepeated(location, name, report, tool);
  }
  lintVersion(version, report, { tool, oci: true, pinned });
}

/** `oci://host/path/name` plus `name`: a mistake, but where an owner has the name of the chart. */
function checkRepeated(
  location: Piece,
  name: Piece,
  report: Report,
  tool: ToolName | null,
): void {
  const { findings } = chartTargetOf(location.text, name.text);
  if (!findings.some(({ rule }) => rule === 'chart-name-repeated')) {
    return;
  }
  const parts = splitReference(location);
  const path = textOf(parts, parts.path).replace(/\/$/, '');
  const start = parts.path[0] + path.lastIndexOf('/') + 1;
  report.part(
    'chart-name-repeated',
    location,
    [start, parts.path[0] + path.length],
    {
      tool,
      about: `${location.text.slice(parts.host[0])}/${name.text}`,
    },
  );
}

/** What is wrong with a version that stands in YAML. */
export function lintVersion(
  version: YamlPlace | undefined,
  report: Report,
  place: { tool: ToolName | null; oci: boolean; pinned?: boolean },
): void {
  const written = version?.written;
  if (version === undefined || written === undefined) {
    return;
  }
  if (typeof version.value() === 'number') {
    const { text } = written;
    report.part('number-as-version', written, [0, text.length], {
      correction: `"${text}"`,
    });
    return;
  }
  if (!isExactVersion(written.text)) {
    checkHelmVersion(written, report, place);
  }
}
