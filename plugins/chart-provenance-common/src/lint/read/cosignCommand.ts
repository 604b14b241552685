import { CommandLine, takeApart } from './helmCommand';
import { programOf } from './programOf';
import { ShellCommand } from './shell';

/** Flags of cosign that take no value; all others do. */
const SWITCHES = new Set(
  `yes y recursive r tlog-upload upload force f allow-insecure-registry allow-http-registry insecure-ignore-tlog insecure-ignore-sct
  offline check-claims local-image sk new-bundle-format experimental-oci11 k8s-keychain verbose d help h replace issue-certificate
  insecure-skip-verify use-signed-timestamps private-infrastructure record-creation-timestamp oidc-disable-ambient-providers
  attachment-skip a-keep keyless rfc3161 strict bundle-format use-signing-config`.split(
    /\s+/,
  ),
);

/** Reads a command line of cosign; undefined for any other. */
export function cosignCommand(command: ShellCommand): CommandLine | undefined {
  const rest = programOf(command, /^cosign(?:\.exe|[123])?$/);
  if (rest === undefined || rest.length === 0) {
    return undefined;
  }
  const line = takeApart(rest, name => !SWITCHES.has(name));
  const [verb] = line.args;
  return verb === undefined
    ? undefined
    : { ...line, verb: verb.text, args: line.args.slice(1), command };
}
