/* SPDX-License-Identifier: GPL-3.0-or-later */
/* warm-up-sample.h: a DOCX of a few words, made by make-sample.py when the program is built */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

extern const guint8 dd_warm_up_sample[];
extern const gsize dd_warm_up_sample_size;

G_END_DECLS
