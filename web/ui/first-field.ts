/**
 * What marks the one field that a view is about: it has the focus when the view comes. Not where one points with a finger, for
 * a keyboard would come up and cover half of the view; and not in the midst of somebody else's page.
 */
export const firstField = (): { readonly 'data-first'?: '' } =>
  matchMedia('(pointer: fine)').matches && window.parent === window ? { 'data-first': '' } : {}
