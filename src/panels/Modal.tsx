import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useApp } from '../hooks/app-context.ts';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';

interface DialogFrameProps {
  readonly title: string;
  readonly size?: 'small' | 'large';
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
}

/** A dialog over the page; Escape, the cross and a press beside it close it. */
export function DialogFrame({
  title,
  size = 'small',
  role = 'dialog',
  children,
}: DialogFrameProps) {
  const t = useT();
  const { view } = useApp();
  const close = () => view.setState({ dialog: null, closing: null, unreadable: null });
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      <Modal className={`modal modal--${size}`}>
        <Dialog className="dialog" role={role}>
          <header className="dialog__head">
            <Heading slot="title" className="dialog__title">
              {title}
            </Heading>
            <Button className="bar__button" aria-label={t('ui.close')} onPress={close}>
              <Icon name="close" />
            </Button>
          </header>
          <div className="dialog__body">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
