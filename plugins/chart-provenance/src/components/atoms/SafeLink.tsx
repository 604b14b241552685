import MuiLink from '@material-ui/core/Link';
import { ReactNode } from 'react';
import { safeHref } from '../../format/safeHref';

/**
 * Text written by a stranger, linked only when `href` is plain http(s), else shown as text. Opens elsewhere, and tells
 * the other side nothing.
 *
 * @internal
 */
export const SafeLink = ({
  href,
  children,
}: {
  href: string | null | undefined;
  children: ReactNode;
}) => {
  const safe = safeHref(href);
  return safe ? (
    <MuiLink href={safe} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </MuiLink>
  ) : (
    <>{children}</>
  );
};
