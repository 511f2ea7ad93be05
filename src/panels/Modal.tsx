import './panels.css';
import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useApp } from '../hooks/app-context.ts';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';

interface DialogFrameProps {
  readonly title: string;
  readonly size?: 'small' | 'large';
  readonly role?: 'dialog' | 'alertdialog';
  /** Nothing in it takes the keyboard, so that it must itself, to be scrolled. */
  readonly isText?: boolean;
  readonly children: ReactNode;
}

/** A dialog over the page; Escape, the cross and a press beside it close it. */
export function DialogFrame({
  title,
  size = 'small',
  role = 'dialog',
  isText = false,
  children,
}: DialogFrameProps) {
  const t = useT();
  const { view } = useApp();
  const close = () =>
    view.setState({
      dialog: null,
      closing: null,
      unreadable: null,
      moving: null,
      courseFile: null,
    });
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
          {isText ? (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a text longer than the screen is scrolled by key
            <section className="dialog__body" aria-label={title} tabIndex={0}>
              {children}
            </section>
          ) : (
            <div className="dialog__body">{children}</div>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
