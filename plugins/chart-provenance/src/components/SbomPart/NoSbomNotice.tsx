import { Notice } from '../../states';
import { CommandText } from '../atoms';

/**
 * Nothing attached is an SBOM: how to attach one that counts.
 *
 * @internal
 */
export const NoSbomNotice = ({
  reference,
}: {
  /** `oci://host/path/name@sha256:…` */
  reference: string;
}) => (
  <Notice
    severity="info"
    title="No SBOM is attached"
    next="Let the workflow that publishes the chart make one and attest it: only one that is signed by whoever may sign the chart counts as proven."
    action={
      <CommandText
        label="command to attest an SBOM"
        text={`cosign attest --type cyclonedx --predicate sbom.cdx.json ${reference.replace(
          /^oci:\/\//,
          '',
        )}`}
      />
    }
  >
    The registry was read, and nothing attached to this version is an SBOM.
  </Notice>
);
