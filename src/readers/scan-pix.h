/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-pix.h: Leptonica's images, freed when their scope ends */
#pragma once

#include <glib.h>
#include <leptonica/allheaders.h>

G_BEGIN_DECLS

static inline void
dd_pix_free(PIX *pix)
{
	pixDestroy(&pix);
}

static inline void
dd_boxa_free(BOXA *boxes)
{
	boxaDestroy(&boxes);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PIX, dd_pix_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(BOXA, dd_boxa_free)

G_END_DECLS
