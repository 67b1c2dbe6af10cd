import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import {
  EntityResponse,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { ErrorAlert } from '../components';
import { complianceTranslationRef } from '../translations';
import { DependenciesLoading } from './DependenciesLoading';
import styles from './DependenciesSection.module.css';
import { DependencyChains } from './DependencyChains';
import { DirectedTree, Direction } from './DirectedTree';
import { useDependencies } from './useDependencies';

interface DependenciesProps {
  compliance: Pick<EntityResponse, 'entityRef' | 'version'>;
  vocabulary: VocabularyResponse;
}

function Dependencies(props: DependenciesProps) {
  const { compliance, vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { value, error, loading, retry } = useDependencies(
    compliance.entityRef,
    compliance.version,
  );
  const [direction, setDirection] = useState<Direction>('dependencies');

  if (error) {
    return <ErrorAlert error={error} retry={retry} isRetrying={loading} />;
  }
  if (!value) {
    return <DependenciesLoading />;
  }
  return (
    <>
      <DependencyChains answer={value} vocabulary={vocabulary} />
      <ToggleButtonGroup
        aria-label={t('estate.dependencies.direction')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[direction]}
        onSelectionChange={([key]) => setDirection(key as Direction)}
      >
        <ToggleButton id="dependencies">
          {t('estate.dependencies.dependencies')}
        </ToggleButton>
        <ToggleButton id="dependents">
          {t('estate.dependencies.dependents')}
        </ToggleButton>
      </ToggleButtonGroup>
      <DirectedTree
        answer={value}
        direction={direction}
        vocabulary={vocabulary}
      />
    </>
  );
}

/** What an entity needs and what needs it; loaded when it is opened. */
export function DependenciesSection(props: DependenciesProps) {
  const { t } = useTranslationRef(complianceTranslationRef);
  const [isExpanded, setExpanded] = useState(false);
  return (
    <section aria-label={t('estate.dependencies.title')}>
      <Accordion isExpanded={isExpanded} onExpandedChange={setExpanded}>
        <AccordionTrigger level={2} title={t('estate.dependencies.title')} />
        <AccordionPanel>
          <div className={styles.root}>
            {isExpanded && <Dependencies {...props} />}
          </div>
        </AccordionPanel>
      </Accordion>
    </section>
  );
}
