import type { Release } from '../company/release.ts';
import { actionsClaims, type WorkflowSigner } from '../company/signers.ts';

/** A SLSA v1 provenance predicate as GitHub's own attest action writes it. */
export function slsaProvenancePredicate(
  release: Release,
  signer: WorkflowSigner,
  runNumber: number,
) {
  const claims = actionsClaims(signer, runNumber);
  const source = `https://github.com/${claims.repository}`;
  const [workflow, ref] = claims.workflow_ref.split('@');
  return {
    buildDefinition: {
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      externalParameters: {
        workflow: {
          ref,
          repository: source,
          path: workflow.split('/').slice(2).join('/'),
        },
      },
      internalParameters: {
        github: {
          event_name: claims.event_name,
          repository_id: claims.repository_id,
          repository_owner_id: claims.repository_owner_id,
          runner_environment: claims.runner_environment,
        },
      },
      resolvedDependencies: [
        {
          uri: `git+${source}@${claims.ref}`,
          digest: { gitCommit: claims.sha },
        },
      ],
    },
    runDetails: {
      builder: { id: `https://github.com/${claims.job_workflow_ref}` },
      metadata: {
        invocationId: `${source}/actions/runs/${claims.run_id}/attempts/${claims.run_attempt}`,
        startedOn: release.at,
      },
    },
  };
}
