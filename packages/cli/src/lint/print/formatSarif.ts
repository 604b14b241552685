import { LintFinding } from 'backstage-plugin-chart-provenance-common';
import {
  LINT_RULES,
  ruleWords,
} from 'backstage-plugin-chart-provenance-common/lint';
import { Checked } from '../checkFile';
import { LintResult } from '../LintResult';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;
const DOCUMENT =
  'https://github.com/chart-provenance/chart-provenance/blob/main/docs/rules.md';

/**
 * SARIF 2.1.0, for code scanning.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
 */
export function formatSarif({ checked }: LintResult): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'chart-provenance',
            informationUri:
              'https://github.com/chart-provenance/chart-provenance',
            rules: LINT_RULES.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: checked.flatMap(one =>
          one.report.findings.map(finding => resultOf(one, finding)),
        ),
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: checked.flatMap(one =>
              one.report.unread.map(text => ({
                level: 'note',
                message: { text },
                locations: [
                  { physicalLocation: { artifactLocation: artifact(one) } },
                ],
              })),
            ),
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(id: string) {
  const words = ruleWords(id);
  return {
    id,
    shortDescription: { text: words?.message ?? id },
    help: { text: words?.fix ?? '' },
    helpUri: `${DOCUMENT}#${id}`,
    defaultConfiguration: { level: LEVELS[words?.severity ?? 'error'] },
  };
}

function resultOf(checked: Checked, finding: LintFinding) {
  const { rule, severity, message, fix, tool, correction } = finding;
  const region = regionOf(finding);
  const printed = tool ? ` ${tool.name} prints: ${tool.prints}` : '';
  const artifactLocation = artifact(checked);
  return {
    ruleId: rule,
    ruleIndex: LINT_RULES.indexOf(rule),
    level: LEVELS[severity],
    message: { text: `${message} ${fix}${printed}` },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    ...(correction === null
      ? {}
      : {
          fixes: [
            {
              description: { text: fix },
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: [
                    {
                      deletedRegion: region,
                      insertedContent: { text: correction },
                    },
                  ],
                },
              ],
            },
          ],
        }),
  };
}

function regionOf({ start, end }: LintFinding) {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** A relative reference; each part of a path is escaped. */
function artifact({ path }: Checked) {
  const uri = (path || 'input')
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .split('/')
    .map(part => encodeURIComponent(part))
    .join('/');
  return { uri };
}
