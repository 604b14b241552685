import {
  ChartSummary,
  signerLabel,
} from 'backstage-plugin-chart-provenance-common';
import { CommandText } from '../components/atoms';
import { policyProposal } from '../format/policyProposal';
import { Notice } from './Notice';

/**
 * Nobody has said who may sign: the proven signer as a proposal for the operator, never as a verdict.
 *
 * @internal
 */
export const UnjudgeableNotice = ({ chart }: { chart: ChartSummary }) => (
  <Notice
    severity="warning"
    title="Nobody has said who may sign this chart"
    next={
      chart.proposal
        ? 'If this is the signer you expect, send the configuration below to your platform team. Until they add it, nothing here is verified.'
        : 'Ask your platform team to name the signer in a policy. Until they do, nothing here can be verified.'
    }
    action={
      chart.proposal && (
        <CommandText
          label="policy to propose"
          text={policyProposal(chart.name, chart.proposal)}
        />
      )
    }
  >
    {chart.proposal
      ? `The newest version carries a proven signature by ${signerLabel(
          chart.proposal,
        )}. A proven signature by somebody nobody named is not a verdict.`
      : 'No policy applies, so signatures have nothing to be measured against.'}
  </Notice>
);
