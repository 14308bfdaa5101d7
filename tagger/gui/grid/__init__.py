"""The wall of photos: ids, thumbnails on demand, and the view that paints them."""
