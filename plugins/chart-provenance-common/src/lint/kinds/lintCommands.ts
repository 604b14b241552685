import { cosignCommand } from '../read/cosignCommand';
import { CommandLine, helmCommand } from '../read/helmCommand';
import { programOf } from '../read/programOf';
import { isWhole } from '../read/reference';
import { readShell, ShellCommand } from '../read/shell';
import { checkCosign } from '../rules/cosignRules';
import { chartNameIn } from '../rules/helmPushRules';
import { checkHelm } from '../rules/helmRules';
import { Piece } from '../text';
import { LintContext } from './LintContext';

const OF_INTEREST = /helm|cosign/;
const MAX_COMMANDS = 5_000;

/** Looks at every command of helm and cosign in a text for a shell. */
export function lintCommands(piece: Piece, context: LintContext): void {
  if (!OF_INTEREST.test(piece.text)) {
    return;
  }
  const commands = readShell(piece).slice(0, MAX_COMMANDS);
  const { report, setting } = context;
  const helm: CommandLine[] = [];
  for (const command of commands) {
    const line = helmCommand(command);
    if (line) {
      helm.push(line);
      checkHelm(line, report, setting);
    }
    const cosign = cosignCommand(command);
    if (cosign) {
      checkCosign(cosign, report, setting);
    }
  }
  comparePushes(helm, commands, context);
}

/** What is pulled from where something is pushed to, and container images that go to a chart's repository. */
function comparePushes(
  lines: readonly CommandLine[],
  commands: readonly ShellCommand[],
  { report }: LintContext,
): void {
  const paths = new Set<string>();
  const charts = new Set<string>();
  for (const { verb, args } of lines) {
    const [archive, target] = args;
    if (verb === 'push' && target?.text.startsWith('oci://')) {
      const path = target.text.replace(/\/$/, '');
      const name = chartNameIn(archive.text);
      if (isWhole(path)) {
        paths.add(path);
        if (name !== undefined) {
          charts.add(`${path.slice('oci://'.length)}/${name}`);
        }
      }
    }
  }
  for (const { verb, args } of lines) {
    const [chart] = args;
    if (
      (verb === 'pull' || verb === 'show chart') &&
      chart &&
      paths.has(chart.text)
    ) {
      report.part('pull-from-push-path', chart.piece, [0, chart.text.length]);
    }
  }
  for (const { words } of charts.size > 0 ? commands.map(imagesIn) : []) {
    for (const { piece, text } of words) {
      if (charts.has(text.replace(/:[^/:]*$/, ''))) {
        report.part('chart-and-image-in-one-repository', piece, [
          0,
          text.length,
        ]);
      }
    }
  }
}

function imagesIn(command: ShellCommand) {
  const [verb, ...words] =
    programOf(command, /^(?:docker|podman|buildah)$/) ?? [];
  return { words: verb?.text === 'push' ? words : [] };
}
