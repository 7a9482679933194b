/* SPDX-License-Identifier: GPL-3.0-or-later */
/* multipart.h: forms that carry files (multipart/form-data, RFC 7578), taken apart as they come; all of it is hostile */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

typedef struct _DdMultipart DdMultipart;

/* Who takes the parts; each of these may refuse, with an error that ends the form */
typedef struct {
	/* A part begins. @file: what its file is called, without folders, UTF-8 but nothing else is sure; NULL: a field that is no file */
	bool (*begin)(const char *name, const char *file, void *user_data, GError **error);
	bool (*take)(const char *bytes, size_t len, void *user_data, GError **error);
	bool (*end)(void *user_data, GError **error); /* the part is whole */
	void *user_data;
} DdMultipartSink;

/*
 * @content_type: the field of the request, with the boundary (RFC 2046: 1 to 70 letters). @sink: copied. Returns: (transfer full) or NULL with
 * DD_ERROR_INVALID_DATA
 */
DdMultipart *
dd_multipart_new(const char *content_type, const DdMultipartSink *sink, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/*
 * Takes the next bytes of the body, cut anywhere; each is looked at twice at most. Returns: FALSE as of the sink, with DD_ERROR_INVALID_DATA, or
 * with DD_ERROR_TOO_LARGE (over DD_MAX_FORM_PARTS, or a header of over DD_MAX_PART_LINES or DD_MAX_PART_LINE_BYTES); nothing may be fed then
 */
bool
dd_multipart_feed(DdMultipart *self, const char *bytes, size_t len, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Returns: FALSE with DD_ERROR_INVALID_DATA when the form is not whole */
bool
dd_multipart_finish(const DdMultipart *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_multipart_free(DdMultipart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdMultipart, dd_multipart_free)

G_END_DECLS
