"""What is learnt from labelled texts beside the tagger: how proposals are weighed. Run time needs none of it."""
