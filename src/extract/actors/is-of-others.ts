/** "world powers", "donor countries", "its allies": a role (CAMEO's IMG) that no single state has, neither that whose they are nor that which the passage tells of. */
export const isOfOthers = ({ role }: { readonly role: string | null }): boolean => role === 'IMG'
