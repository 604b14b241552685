import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { safeHref } from '../../format/safeHref';
import { SafeLink } from '../atoms';

/**
 * The name of a rule, linked to what the documentation says of it where `app.chartProvenance.rulesUrl` says where that is.
 *
 * @internal
 */
export const RuleLink = ({
  rule,
  anchor = `#${rule}`,
}: {
  rule: string;
  anchor?: string;
}) => {
  const base = safeHref(
    useApi(configApiRef).getOptionalString('app.chartProvenance.rulesUrl'),
  );
  const fragment = /^#[\w-]{1,100}$/.test(anchor) ? anchor : '';
  return (
    <SafeLink href={base && `${base.split('#')[0]}${fragment}`}>
      <code>
        <bdi>{rule}</bdi>
      </code>
    </SafeLink>
  );
};
