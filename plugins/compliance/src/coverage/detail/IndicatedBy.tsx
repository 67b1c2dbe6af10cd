import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Indication } from '@service-compliance/backstage-plugin-compliance-common';
import { Fragment } from 'react';
import { complianceTranslationRef } from '../../translations';
import { ClauseLink } from '../components/ClauseLink';

/** The ways over which a clause can be indicated. */
export function IndicatedBy(props: { indications: Indication[] }) {
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <ul>
      {props.indications.map(({ path, atMost }) => (
        <li key={path.map(({ standard, clause }) => standard + clause).join()}>
          {path.map((ref, index) => (
            <Fragment key={ref.standard}>
              {index > 0 && ' → '}
              <ClauseLink clause={ref} withStandard />
            </Fragment>
          ))}
          , {t(`coverage.detail.atMost.${atMost}`)}
        </li>
      ))}
    </ul>
  );
}
