import {
  ServiceClauseCoverage,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ClauseNotes } from '../components/ClauseNotes';
import { Disclosure } from '../components/Disclosure';
import { OrganisationEvidence } from '../components/OrganisationEvidence';
import styles from './OtherClauses.module.css';

/** Clauses that nothing about a service decides, listed when asked for. */
export function OtherClauses(props: {
  title: string;
  help?: string;
  standard: Pick<StandardResponse, 'clauses'>;
  standardTitle: (id: string) => string;
  clauses: ServiceClauseCoverage[];
}) {
  const { title, help, standard, standardTitle, clauses } = props;
  return (
    <div>
      <Disclosure label={title} heading={title} isOpenAtFirst={false}>
        {help && <p className={styles.help}>{help}</p>}
        <ul aria-label={title} className={styles.list}>
          {clauses.map(coverage => (
            <li key={coverage.clause}>
              <span>
                {coverage.clause}{' '}
                {
                  standard.clauses.find(({ id }) => id === coverage.clause)
                    ?.title
                }
              </span>
              <ClauseNotes facts={coverage} standardTitle={standardTitle} />
              {coverage.organisation && (
                <OrganisationEvidence organisation={coverage.organisation} />
              )}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
