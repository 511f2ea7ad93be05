/** Whether keys are written as on a Mac. */
export const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);
