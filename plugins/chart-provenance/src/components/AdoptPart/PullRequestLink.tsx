import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core';
import { ChartKey } from '../../api';
import { useLoad } from '../../hooks/useLoad';
import { templateRouteRef } from '../../routes';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(0.5, 0), fontSize: '0.875rem' },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

/**
 * The template that writes a text by itself, what it calls the choice of it, and what its link says. The platform installs them from
 * examples/templates; there are none for the other texts.
 */
const TEMPLATES: Record<
  string,
  { name: string; field: 'pipeline' | 'consumer'; words: string }
> = {
  ...Object.fromEntries(
    ['github-actions', 'gitlab-ci'].map(id => [
      id,
      {
        name: 'publish-signed-chart',
        field: 'pipeline' as const,
        words: 'Open as a pull request',
      },
    ]),
  ),
  ...Object.fromEntries(
    ['argocd-oci', 'flux-oci-repository'].map(id => [
      id,
      {
        name: 'move-chart-to-oci',
        field: 'consumer' as const,
        words:
          'Move the chart to OCI by a pull request, with this text as the example for consumers',
      },
    ]),
  ),
};

function useTemplate(name: string) {
  const catalog = useApi(catalogApiRef);
  return useLoad(name, async () => ({
    installed: Boolean(
      await catalog.getEntityByRef(`template:default/${name}`),
    ),
  }));
}

const ToTemplate = ({
  name,
  words,
  formData,
}: {
  name: string;
  words: string;
  formData: object;
}) => {
  const classes = useStyles();
  const templateHref = useRouteRef(templateRouteRef);
  const { value, error } = useTemplate(name);
  if (error) {
    return (
      <div className={`${classes.root} ${classes.quiet}`}>
        Whether a pull request can be opened from here could not be told: the
        catalog did not answer. Copy the text instead.
      </div>
    );
  }
  if (!value) {
    return null;
  }
  const search = new URLSearchParams({ formData: JSON.stringify(formData) });
  return value.installed && templateHref ? (
    <div className={classes.root}>
      <Link
        to={`${templateHref({
          namespace: 'default',
          templateName: name,
        })}?${search}`}
      >
        {words}
      </Link>
    </div>
  ) : (
    <div className={`${classes.root} ${classes.quiet}`}>
      Your platform team can install the template <code>{name}</code>, which
      opens a pull request with it. Until then, copy the text.
    </div>
  );
};

/**
 * Leads to the template that proposes the text by itself, where the catalog has it.
 *
 * @internal
 */
export const PullRequestLink = ({
  chart: { entityRef },
  reference,
  snippetId,
}: {
  chart: ChartKey;
  reference: string;
  snippetId: string;
}) => {
  const template = Object.hasOwn(TEMPLATES, snippetId)
    ? TEMPLATES[snippetId]
    : undefined;
  return template ? (
    <ToTemplate
      name={template.name}
      words={template.words}
      formData={{
        component: entityRef,
        chart: { entityRef, chart: reference },
        [template.field]: snippetId,
      }}
    />
  ) : null;
};
