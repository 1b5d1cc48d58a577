package org.qingmen.supervision.registers;

import java.util.List;
import org.qingmen.model.Text;

/**
 * A kind of register: what its entries look like and who may do what. One row of {@code
 * kinds.json}; the HTTP API, its description, the import and the checks follow from it.
 *
 * @param path last part of its address, such as {@code in-plant-vehicles}
 * @param kind kind of its documents in the registry
 * @param schema name of the JSON Schema of an entry
 * @param id member of an entry that carries its number
 * @param scope what its entries belong to
 * @param read codes of the roles that may read it
 * @param write codes of the roles that may register and change
 * @param delete codes of the roles that may take an entry off
 * @param title its name
 */
public record RegisterKind(
    String path,
    String kind,
    String schema,
    String id,
    Scope scope,
    List<String> read,
    List<String> write,
    List<String> delete,
    Text title) {

  /** What the entries of a register belong to. */
  public enum Scope {
    /** Each to one enterprise; its address lies below the enterprise's. */
    ENTERPRISE,
    /** They are the enterprises themselves. */
    SELF,
    /** To nobody: common to all enterprises. */
    GLOBAL,
    /** They are kept by another service and only imported here. */
    LIST
  }

  public RegisterKind {
    read = List.copyOf(read);
    write = List.copyOf(write);
    delete = List.copyOf(delete);
  }

  /**
   * Id of an entry's document.
   *
   * @param enterprise discharge-unit code; ignored unless entries belong to an enterprise
   * @param number number of the entry
   */
  public String documentId(String enterprise, String number) {
    return scope == Scope.ENTERPRISE ? enterprise + "/" + number : number;
  }
}
