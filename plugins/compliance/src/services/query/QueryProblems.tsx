import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiErrorWarningLine } from '@remixicon/react';
import { complianceTranslationRef } from '../../translations';
import { excerptOf } from './excerpt';
import styles from './QueryProblems.module.css';
import { TextProblem } from './readQueryText';

/** The line that is wrong, with a mark below the part that is. */
function Excerpt(props: { text: string; problem: TextProblem }) {
  const { content, mark } = excerptOf(props.text, props.problem);
  return (
    // The message says the place in words.
    <pre className={styles.excerpt} aria-hidden>
      {`${content}\n${mark}`}
    </pre>
  );
}

/** What is wrong with a query, each at its place. */
export function QueryProblems(props: {
  id: string;
  text: string;
  problems: TextProblem[];
}) {
  const { id, text, problems } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <div id={id} role="alert" className={styles.root}>
      {problems.map((problem, index) => (
        <div key={index}>
          <p className={styles.message}>
            <RiErrorWarningLine aria-hidden size={16} />
            <span>
              {t('services.query.problem', {
                line: String(problem.line),
                column: String(problem.column),
                message: problem.message,
              })}
            </span>
          </p>
          <Excerpt text={text} problem={problem} />
        </div>
      ))}
    </div>
  );
}
