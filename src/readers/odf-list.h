/* SPDX-License-Identifier: GPL-3.0-or-later */
/* odf-list.h: counts the items of the lists of an ODT while they go by */
#pragma once

#include "odf-styles.h"
#include "xml.h"

G_BEGIN_DECLS

typedef struct _DdOdfLists DdOdfLists;

/* @styles: lent for the life of the result. Returns: (transfer full) */
DdOdfLists *
dd_odf_lists_new(const DdOdfStyles *styles) G_GNUC_WARN_UNUSED_RESULT;
void
dd_odf_lists_free(DdOdfLists *self);
/* The element just opened begins a list, one inside of another or one of its own. FALSE with DD_ERROR_TOO_LARGE */
bool
dd_odf_lists_open(DdOdfLists *self, const DdXml *xml, GError **error);
void
dd_odf_lists_close(DdOdfLists *self);
/* The element just opened begins an item; @numbered: FALSE for one that is its list's head */
void
dd_odf_lists_begin_item(DdOdfLists *self, const DdXml *xml, bool numbered);
/* A paragraph begins. Returns: (transfer full) its number, NULL none: it is not the first of an item */
char *
dd_odf_lists_take_number(DdOdfLists *self) G_GNUC_WARN_UNUSED_RESULT;
/* A heading of @level (1 to 10) begins, not in a list. Returns: as above */
char *
dd_odf_lists_take_heading(DdOdfLists *self, unsigned level) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: TRUE inside of a list */
bool
dd_odf_lists_is_open(const DdOdfLists *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdOdfLists, dd_odf_lists_free)

G_END_DECLS
