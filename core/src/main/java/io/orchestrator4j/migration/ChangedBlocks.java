package io.orchestrator4j.migration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The kinds of blocks that hold other values after a migration, or hold them under another name. */
final class ChangedBlocks {

  private ChangedBlocks() {}

  /** Their names as they are in the end. */
  static Set<String> of(List<CatalogueChange> changes) {
    Set<String> blocks = new LinkedHashSet<>();
    for (CatalogueChange change : changes) {
      switch (change) {
        case CatalogueChange.SetValue setting -> blocks.add(setting.block());
        case CatalogueChange.SetField(String block, NewField _) -> blocks.add(block);
        case CatalogueChange.RenameField(String block, String _, String _) -> blocks.add(block);
        case CatalogueChange.DeleteField(String block, String _) -> blocks.add(block);
        case CatalogueChange.RenameBlock(String name, String newName) -> {
          blocks.remove(name);
          blocks.add(newName);
        }
        // no values, or nobody knows which
        case CatalogueChange.CreateWorkflow _,
            CatalogueChange.DeleteWorkflow _,
            CatalogueChange.LinkWorkflow _,
            CatalogueChange.UnlinkWorkflow _,
            CatalogueChange.CreateProduct _,
            CatalogueChange.DeleteProduct _,
            CatalogueChange.RenameProduct _,
            CatalogueChange.SetFixedInput _,
            CatalogueChange.DeleteFixedInput _,
            CatalogueChange.RenameFixedInput _,
            CatalogueChange.CreateBlock _,
            CatalogueChange.DeleteBlock _,
            CatalogueChange.SetBlocks _,
            CatalogueChange.DeleteBlocks _,
            CatalogueChange.SetProductBlocks _,
            CatalogueChange.DeleteProductBlocks _,
            CatalogueChange.CreateResourceType _,
            CatalogueChange.DeleteResourceType _,
            CatalogueChange.Sql _,
            CatalogueChange.Irreversible _ -> {}
      }
    }
    return blocks;
  }
}
