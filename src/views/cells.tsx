import { type ReactNode, useRef, useState } from 'react';
import {
  Button,
  Dialog,
  DialogTrigger,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  TextField,
} from 'react-aria-components';
import { isComposing } from '../commands/keys.ts';
import { Icon } from '../icons/Icon.tsx';

interface EditCellProps {
  /** What the value is of, as the editor is called. */
  readonly label: string;
  /** What the button says when it is read aloud. */
  readonly name: string;
  readonly shown: ReactNode;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/**
 * A cell that shows its value as a button and opens an editor over itself: arrow keys go from cell to
 * cell in the table and belong to the text in the editor.
 */
export function EditCell({ label, name, shown, isOpen, onOpenChange, children }: EditCellProps) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button className="cell" aria-label={name}>
        {shown}
      </Button>
      <Popover className="popover popover--cell" placement="bottom start">
        <Dialog className="cell-editor" aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface TextCellProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly shown: ReactNode;
  readonly placeholder?: string;
  readonly onCommit: (value: string) => void;
  /** Whether something else has asked for the editor, as F2 does. */
  readonly isAsked?: boolean;
  readonly onAnswered?: () => void;
}

/** A text: kept on Enter and when the editor is left, given up on Escape. */
export function TextCell(props: TextCellProps) {
  const { label, name, value, shown, placeholder, onCommit, isAsked = false, onAnswered } = props;
  const [isOpened, setOpened] = useState(false);
  const typed = useRef<string | null>(null);
  const isOpen = isOpened || isAsked;
  const change = (next: boolean) => {
    const kept = typed.current;
    typed.current = null;
    setOpened(next);
    if (next) return;
    onAnswered?.();
    if (kept !== null && kept !== value) onCommit(kept);
  };
  return (
    <EditCell label={label} name={name} shown={shown} isOpen={isOpen} onOpenChange={change}>
      <TextField
        className="field"
        defaultValue={value}
        onChange={(text) => {
          typed.current = text;
        }}
        autoComplete="off"
        spellCheck="false"
        autoFocus
      >
        <Label className="field__label">{label}</Label>
        <Input
          className="input"
          placeholder={placeholder ?? ''}
          enterKeyHint="done"
          onFocus={({ currentTarget }) => currentTarget.select()}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent)) return;
            if (event.key === 'Escape') typed.current = null;
            if (event.key === 'Enter') {
              event.preventDefault();
              change(false);
            }
          }}
        />
      </TextField>
    </EditCell>
  );
}

interface ChoiceCellProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, chosen in the cell. */
export function ChoiceCell<T extends string>({
  label,
  value,
  options,
  onChange,
}: ChoiceCellProps<T>) {
  return (
    <Select
      aria-label={label}
      selectedKey={value}
      onSelectionChange={(key) => key !== null && key !== value && onChange(key as T)}
    >
      <Button className="cell cell--choice">
        <SelectValue className="cell__text" />
        <Icon name="down" />
      </Button>
      <Popover className="popover">
        <ListBox className="options" items={options}>
          {({ id, name }) => (
            <ListBoxItem id={id} className="option" textValue={name}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
