/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-store.h: documents and tasks of the store, for people */
#pragma once

#include "render.h"
#include "stored.h"

G_BEGIN_DECLS

/* Print one document, one way in which it came, one step of a chain, one task */
void
dd_render_stored_document(const DdRender *render, const DdStoredDocument *document);
void
dd_render_stored_form(const DdRender *render, const DdStoredForm *form);
void
dd_render_stored_link(const DdRender *render, const DdStoredLink *link);
void
dd_render_stored_task(const DdRender *render, const DdStoredTask *task);

/* Returns: (transfer full) who has that role in the task, parted by "; "; "" nobody */
char *
dd_label_names(const DdStoredTask *task, const char *role) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
