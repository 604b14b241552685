import { CiSettings, TOOL_VERSIONS } from '../scripts';
import { usesLines } from './stepLines';

/**
 * One job of a workflow.
 *
 * @internal
 */
export interface Job {
  id: string;
  title: string;
  why: string[];
  needs?: string;
  permissions: Record<string, string>;
  /** Lines that only this job has, before its steps. */
  extra?: string[];
  env?: Record<string, string>;
  steps: string[];
}

/**
 * Handed from job to job as outputs, which are texts of ours and checked again where they arrive.
 *
 * @internal
 */
export const HANDED_ON = {
  CHART_VERSION: '${{ needs.publish.outputs.version }}',
  CHART_DIGEST: '${{ needs.publish.outputs.digest }}',
  ARCHIVE_SHA256: '${{ needs.publish.outputs.archive-sha256 }}',
};

/**
 * What has to say yes before anything goes further.
 *
 * @internal
 */
export function before({ environment }: CiSettings): string {
  return environment === null ? '[publish, verify]' : '[publish, verify, gate]';
}

/**
 * Has Helm and cosign in a job.
 *
 * @internal
 */
export function toolSteps(settings: CiSettings): string[] {
  return [
    ...usesLines('helm', { version: TOOL_VERSIONS.helm[settings.helm] }),
    ...usesLines('cosign', cosignInputs(settings)),
  ];
}

/** @internal */
export function cosignInputs({ cosign }: CiSettings): Record<string, string> {
  return { 'cosign-release': TOOL_VERSIONS.cosign[cosign] };
}
