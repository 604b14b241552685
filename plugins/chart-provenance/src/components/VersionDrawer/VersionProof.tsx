import { makeStyles } from '@material-ui/core';
import { VersionDetail } from 'backstage-plugin-chart-provenance-common';
import { ChartKey } from '../../api';
import { shortDigest } from '../../format/shortDigest';
import { CopyButton } from '../atoms';
import { VerdictShield } from '../VerdictShield';
import { ChartFactsPart } from './ChartFactsPart';
import { CheckItYourselfPart } from './CheckItYourselfPart';
import { EvidencePart } from './EvidencePart';
import { HistoryPart } from './HistoryPart';
import { RepublishNotice } from './RepublishNotice';
import { SignerPart } from './SignerPart';
import { VerdictPart } from './VerdictPart';

const useStyles = makeStyles(theme => ({
  summary: { margin: theme.spacing(1, 0) },
  reference: { fontSize: '0.8125rem', overflowWrap: 'anywhere' },
}));

/**
 * The parts of the drawer, verdict first.
 *
 * @internal
 */
export const VersionProof = ({
  chart,
  detail,
}: {
  chart: ChartKey;
  detail: VersionDetail;
}) => {
  const classes = useStyles();
  const { row, verdict, evidence } = detail;
  return (
    <>
      <div className={classes.reference}>
        <code title={detail.reference}>{shortReference(detail)}</code>
        <CopyButton text={detail.reference} label="reference" />
      </div>
      <div className={classes.summary}>
        <VerdictShield verdict={row.verdict} />
      </div>
      <RepublishNotice row={row} tags={detail.tags} />
      <VerdictPart verdict={verdict} evidence={evidence} />
      <SignerPart verdict={verdict} evidence={evidence} />
      <EvidencePart chart={chart} digest={row.digest} evidence={evidence} />
      <ChartFactsPart chart={detail.chart} row={row} />
      <HistoryPart tags={detail.tags} />
      <CheckItYourselfPart
        commands={detail.commands}
        notes={detail.commandNotes}
      />
    </>
  );
};

function shortReference({ reference, row }: VersionDetail): string {
  return reference.replace(row.digest, shortDigest(row.digest));
}
