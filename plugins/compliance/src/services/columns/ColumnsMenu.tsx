import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  CheckboxGroup,
  Checkbox,
  DialogTrigger,
  Popover,
} from '@backstage/ui';
import { RiLayoutColumnLine } from '@remixicon/react';
import { complianceTranslationRef } from '../../translations';
import {
  areDefaultColumns,
  ColumnId,
  columnIds,
  defaultColumns,
} from './columnIds';
import styles from './ColumnsMenu.module.css';

const [, ...choosable] = columnIds;

/** Chooses which columns are shown beside the name. */
export function ColumnsMenu(props: {
  columns: ColumnId[];
  choose: (columns: ColumnId[]) => void;
}) {
  const { columns, choose } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <DialogTrigger>
      <Button
        variant="secondary"
        iconStart={<RiLayoutColumnLine aria-hidden />}
      >
        {t('services.columns.title')}
      </Button>
      <Popover placement="bottom end" hideArrow>
        <div className={styles.root}>
          <CheckboxGroup
            label={t('services.columns.title')}
            value={columns}
            onChange={values => choose(values as ColumnId[])}
          >
            <div className={styles.columns}>
              {choosable.map(id => (
                <Checkbox key={id} value={id}>
                  {t(`column.${id}`)}
                </Checkbox>
              ))}
            </div>
          </CheckboxGroup>
          <Button
            variant="tertiary"
            isDisabled={areDefaultColumns(columns)}
            onPress={() => choose(defaultColumns)}
          >
            {t('services.columns.reset')}
          </Button>
        </div>
      </Popover>
    </DialogTrigger>
  );
}
