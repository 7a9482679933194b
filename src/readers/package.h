/* SPDX-License-Identifier: GPL-3.0-or-later */
/* package.h: which parts an office file has, what they are and how they belong together (OPC) */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* What a part is related to */
typedef struct {
	char *id;     /* "rId7" */
	char *type;   /* last word of its address: "header" */
	char *target; /* folded name of the part */
} DdRelationship;

typedef struct _DdContentTypes DdContentTypes;

/* Returns: (transfer full) what [Content_Types].xml says, or NULL, as dd_xml_walk, DD_ERROR_TOO_LARGE for too many parts */
DdContentTypes *
dd_content_types_new(GBytes *part, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_content_types_free(DdContentTypes *self);
/* @name: folded. Returns: (transfer none) the type of the part in small letters, NULL */
const char *
dd_content_types_get(const DdContentTypes *self, const char *name);
/* Returns: (transfer none) the folded name of the first part said to be of @type (small letters), NULL */
const char *
dd_content_types_find(const DdContentTypes *self, const char *type);
/*
 * @part: a .rels part, @source: folded name of the part that it tells of, "" for the whole file. Targets outside of the file
 * are left out. Returns: (transfer full) DdRelationship, or NULL, as dd_xml_walk
 */
GPtrArray *
dd_relationships_read(GBytes *part, const char *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) the folded name of the part that holds the relationships of @source */
char *
dd_relationships_name(const char *source) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdContentTypes, dd_content_types_free)

G_END_DECLS
