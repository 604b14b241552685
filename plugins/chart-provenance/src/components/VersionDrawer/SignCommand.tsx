import { RequirementResult } from 'backstage-plugin-chart-provenance-common';
import { CommandText } from '../atoms';

/**
 * The command that signs an unsigned version, where a workflow's identity is asked for; elsewhere nothing: whose key it would be is
 * not known here.
 *
 * @internal
 */
export const SignCommand = ({
  requirements,
  reference,
}: {
  requirements: RequirementResult[];
  /** `oci://host/path/name@sha256:…` */
  reference: string;
}) =>
  requirements.some(({ asks, result }) => asks && result !== 'met') && (
    <div>
      To sign it, in a run of the workflow that is asked for:
      <CommandText
        label="command to sign"
        text={`cosign sign --yes ${reference.replace(/^oci:\/\//, '')}`}
      />
    </div>
  );
